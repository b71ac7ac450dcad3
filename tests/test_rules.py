"""Every rule decides its own examples and leaves its counter-examples; every setting says where it comes from."""

import pytest

from analysis.rules import Rule, RuleList, Setting, check_settings, list_rules, list_settings, using

LISTS = list_rules()


@pytest.mark.parametrize("room", LISTS)
def test_examples_decide_as_the_rule_says(room):
    assert LISTS[room].failures() == []


@pytest.mark.parametrize("room", LISTS)
def test_each_rule_has_a_name_of_its_own_a_reason_and_examples_on_both_sides(room):
    names = [rule.name for rule in LISTS[room]]
    assert len(names) == len(set(names)) and LISTS[room].example
    assert [rule.name for rule in LISTS[room] if not (rule.why.strip() and rule.yes and rule.no)] == []


def test_the_first_rule_that_answers_decides():
    rules = RuleList("how big?", (Rule("large", lambda n: n > 10, "", (11,), (9,)), Rule("small", lambda n: n > 0, "")),
                     example=lambda n: rules.decide(n)[0])
    assert rules.decide(11) == ("large", True)
    assert rules.decide(3)[0] == "small"
    assert rules.decide(-1) == (None, None)
    assert rules.failures() == []


def test_an_example_that_another_rule_decides_is_told():
    rules = RuleList("how big?", (Rule("any", lambda n: True, ""), Rule("large", lambda n: n > 10, "", (11,))),
                     example=lambda n: rules.decide(n)[0])
    assert rules.failures() == ["large: 11 is decided by any"]


def test_a_setting_can_be_overridden_for_a_while():
    setting = list_settings()[0] if list_settings() else Setting("test_only", 1, "nothing", chosen="for this test")
    with using({setting.name: setting.default + 1}):
        assert setting.value == setting.default + 1
    assert setting.value == setting.default


def test_a_setting_that_does_not_exist_is_named():
    with pytest.raises(ValueError, match=r"^there is no setting 'no_such'$"):
        check_settings({"no_such": 1})


def test_a_setting_is_declared_with_one_source():
    with pytest.raises(ValueError, match=r"^setting half: say one of measured, cited, chosen$"):
        Setting("half", 1, "nothing")
