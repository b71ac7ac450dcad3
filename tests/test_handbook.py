"""The handbook prints every rule, its examples, and every setting."""

from analysis.pages.handbook import describe_rules
from analysis.rules import list_rules, list_settings


def test_every_rule_and_setting_is_printed():
    text = " ".join(describe_rules().split())
    for rules in list_rules().values():
        assert rules.question in text
        assert all(f"{rule.name}:" in text for rule in rules)
    assert all(f"{setting.name} = " in text for setting in list_settings())


def test_a_word_narrows_it_down():
    text = describe_rules("numbered line")
    assert "numbered line: A letter or a number" in text and "+ 1.¦ The plan was old." in text
    assert "attribution follows" not in text
    assert describe_rules("no such words") == "no rule or setting has no such words in it"
