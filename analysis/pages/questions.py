"""The pages behind the first: every question with its sentences, its picture and its tables, one page a notebook."""

from html import escape

from ..answers import find_answer, list_answers
from ..answers.writing.base import Answer, name_articles
from ..english.wording import count
from ..tables import TABLES
from .pictures import write_picture
from .sheets import write_table

LABELS = {"similarity": "Who copies whom", "quotes": "Who is quoted", "framing": "What is told"}


def name_pages() -> dict[str, str]:
    """Return {file: label} of the pages of questions, in order."""
    pages = dict.fromkeys(answer.notebook.partition("_")[2] for answer in list_answers())
    return {f"{page}.html": LABELS.get(page, page.capitalize()) for page in pages}


def name_page(answer: str) -> str:
    """Return the address of the question `answer`, the name of its room."""
    return f"{find_answer(answer).notebook.partition('_')[2]}.html#{answer}"


def write_questions(event, file: str) -> str:
    """Return the body of a page of questions as HTML."""
    return "\n".join(_write_question(event, answer) for answer in list_answers()
                     if f"{answer.notebook.partition('_')[2]}.html" == file)


def _write_question(event, answer: Answer) -> str:
    """Return one question as HTML: what is asked, what may be said, the picture, and the rows that it is drawn from."""
    chart, names = answer.draw(event), name_articles(event.articles)
    tables = "".join(
        f"<details class='rows'><summary>the table {escape(table)}: {count(len(rows), 'row')}</summary>"
        f"{write_table(rows, names)}</details>" for table, rows in _read_tables(event, answer))
    if chart.alt == "Empty":
        return (f"<section id='{answer.name}'><p class='ask'>{escape(answer.question)}</p>"
                f"<h2>{escape(chart.title)}</h2>{tables}</section>")
    return (f"<section id='{answer.name}'><p class='ask'>{escape(answer.question)}</p>"
            f"<h2 class='says'>{escape(chart.title)}</h2><p class='says quiet'>{escape(chart.subtitle)}</p>"
            f"<figure class='picture' tabindex='0'>{write_picture(chart, answer.name)}</figure>"
            f"<details class='told'><summary>the picture in words</summary><p id='{answer.name}-says'>"
            f"{escape(chart.title)}. {escape(chart.alt)}</p></details>{tables}</section>")


def _read_tables(event, answer: Answer):
    """Return (name, rows with their words) of each table of an answer."""
    for name in filter(TABLES.__contains__, answer.tables):
        table = getattr(event, name)
        cut = {"article", "start", "end"} <= set(table) and len(table) > 0 and "text" not in table
        yield name, event.with_text(name) if cut else table
