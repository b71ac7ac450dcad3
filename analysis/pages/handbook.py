"""The handbook: every rule with its reason and its examples, every setting with its source, as plain text."""

import textwrap

from ..rules import RuleList, list_rules, list_thresholds


def describe_rules(words: str = "", width: int = 100) -> str:
    """Return the rules whose room, question or name holds `words`, list by list, then the settings that do.

    Each rule is given with why it stands there, what it must catch (+) and what it must not (-).
    """
    wanted = words.casefold()
    parts = []
    for room, rules in sorted(list_rules().items()):
        whole = wanted in f"{room} {rules.question}".casefold()
        chosen = [rule for rule in rules if whole or wanted in rule.name.casefold()]
        if chosen:
            parts.append(_describe_list(room, rules, chosen, width))
    rows = [row for row in list_thresholds().itertuples(index=False) if wanted in f"{row.threshold} {row.decides}"]
    if rows:
        told = [f"{row.threshold} = {row.value:g}: {row.decides} ({row.source})" for row in rows]
        parts.append("\n".join(["Settings", *(_wrap(line, width, "  ") for line in told)]))
    return "\n\n".join(parts) or f"no rule or setting has {words} in it"


def _describe_list(room: str, rules: RuleList, chosen: list, width: int) -> str:
    lines = [f"{rules.question}  ({room})"]
    for rule in chosen:
        lines.append(_wrap(f"{rule.name}: {rule.why}", width, "  "))
        lines += [_wrap(f"+ {_show(example)}", width, "      ") for example in rule.yes]
        lines += [_wrap(f"- {_show(example)}", width, "      ") for example in rule.no]
    return "\n".join(lines)


def _show(example):
    return example if isinstance(example, str) else " | ".join(map(str, example)) if isinstance(
        example, tuple | list) else repr(example)


def _wrap(text, width, indent):
    return textwrap.fill(" ".join(text.split()), max(width, 40), initial_indent=indent,
                         subsequent_indent=indent + "    ")
