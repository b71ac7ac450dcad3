import pandas as pd
import pytest

from analysis.copies.similarity import background_idf, check_similarity, compare_articles, explain_pair


def articles(*texts):
    return pd.DataFrame({"article": [f"a{number}" for number in range(len(texts))], "text": texts})


def cosine(table, idf="background"):
    return table[table["idf"] == idf].set_index(["article", "other"])["cosine"].round(6).to_dict()


def test_same_words_are_one_and_no_shared_word_is_zero():
    table = cosine(compare_articles(articles("The ferry sank.", "the FERRY sank", "Prices rose again")))
    assert table[("a0", "a1")] == 1
    assert table[("a0", "a2")] == 0


def test_each_pair_stands_both_ways_and_alike():
    table = cosine(compare_articles(articles("The ferry sank fast", "A ferry sank slowly", "Fast cars")), "corpus")
    assert len(table) == 6
    assert all(value == table[(other, article)] for (article, other), value in table.items())


def test_rare_words_weigh_more_than_common_ones_and_unseen_names_are_capped():
    the, ferry, unseen, other = background_idf(["the", "ferry", "qwxzv", "zzqpwk"])
    assert the < ferry < unseen == other


def test_words_of_a_pair_add_up_to_its_cosine():
    pair = articles("The ferry sank near the old harbour", "Near the harbour a ferry burned")
    expected = cosine(compare_articles(pair))[("a0", "a1")]
    words = explain_pair(pair, ("a0", "a1"))
    assert words["product"].sum() == pytest.approx(expected, abs=1e-6)
    assert words["word"].iloc[0] in {"ferry", "harbour"}


def test_unknown_article_is_named():
    with pytest.raises(KeyError, match="no article gull: there are a0, a1"):
        explain_pair(articles("one", "two"), ("gull", "a1"))


@pytest.mark.parametrize("texts", [(), ("",), ("one text alone",), ("", "")])
def test_nothing_to_compare_is_no_error(texts):
    table = compare_articles(articles(*texts).astype({"article": str, "text": str}))
    assert len(table) == 2 * len(texts) * max(len(texts) - 1, 0)
    assert (table["cosine"] == 0).all()
    assert explain_pair(articles(*texts), None).empty
    assert check_similarity(articles(*texts)) == 0


def test_the_corpus_variant_is_scikit_learns():
    assert check_similarity(articles("The ferry sank near a ferry", "the FERRY sank", "Prices rose again")) < 1e-9
