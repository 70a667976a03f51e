"""A picture as a page of its own: finding, drawing, table, then method and limits. No script, no request."""

from __future__ import annotations

from html import escape

from verbale.pictures import style
from verbale.pictures.draw import svg
from verbale.pictures.picture import Picture

_STYLE = (
    f"body{{font:16px/1.5 Georgia,serif;color:{style.INK};max-width:42rem;margin:1rem auto;padding:0 1rem}}"
    "h1{font-size:1.3rem}svg{width:100%;max-width:34rem;height:auto}"
    "table{border-collapse:collapse;font:13px/1.4 Arial,sans-serif;display:block;overflow-x:auto}"
    f"th,td{{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px solid {style.LINE};vertical-align:top}}"
    f"section{{font-size:.9rem;color:{style.MUTED}}}"
)


def sheet(picture: Picture) -> str:
    """The page; the same picture gives the same bytes."""
    limits = "".join(f"<li>{escape(each)}</li>" for each in picture.limits)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(picture.title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{escape(picture.title)}</h1><p>{escape(picture.finding)}</p><figure>{svg(picture)}</figure>{_table(picture)}"
        f"<section><h2>Method and limits</h2><p>Counted: {escape(picture.unit)}. {escape(picture.counting_rule)}.</p>"
        f"<p>{escape(picture.coverage)}</p><ul>{limits}</ul></section></body></html>\n"
    )


def _table(picture: Picture) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in (picture.table[0] if picture.table else ()))
    rows = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row.values())}</tr>" for row in picture.table)
    return f"<table><caption>{escape(picture.title)}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
