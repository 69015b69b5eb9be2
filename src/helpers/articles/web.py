"""A saved web page → its article and what its markup says of it. bytes → text, Record; nothing is fetched."""

import re

import trafilatura
from lxml import etree

from ..cleaning.timestamps import read_date
from .files import Unreadable, decoded
from .metadata import Record

LARGEST = 10_000_000  # bytes of a page: trafilatura's time and memory grow with its elements
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset=["']?([\w-]{2,20})""", re.IGNORECASE)
ENCODING_OF_XML = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%dT%H:%M"}


def page(found: bytes) -> tuple[str, Record]:
    """The article in a page, without menus and comments, and its title, outlet, date and address.

    The outlet is what the page calls itself (og:site_name), not what could be guessed from it.
    """
    if len(found) > LARGEST:
        raise Unreadable(
            f"a web page of {len(found) / 1e6:.0f} MB; the limit is {LARGEST / 1e6:.0f} MB: save its text as .txt"
        )
    charset = CHARSET.search(found[:10_000])
    html = ENCODING_OF_XML.sub("", decoded(found, charset[1].decode() if charset else None)).replace("\0", "")
    try:
        article = trafilatura.bare_extraction(
            html, include_comments=False, with_metadata=True, favor_recall=True, date_extraction_params=DATES
        )
    except (RecursionError, MemoryError, ValueError, TypeError, AttributeError, etree.LxmlError) as error:
        raise Unreadable(f"a web page that cannot be read ({type(error).__name__}): save its text as .txt") from error
    if article is None or not (article.text or "").strip():
        raise Unreadable("a web page without an article: save its text as .txt")
    about = Record(
        outlet=_site_name(html), title=article.title, published=read_date(article.date or ""), url=article.url
    )
    return article.text, about


def _site_name(html: str) -> str | None:
    tree = trafilatura.load_html(html)
    names = [] if tree is None else tree.xpath("//meta[@property='og:site_name' or @name='og:site_name']/@content")
    return next((name.strip() for name in names if name.strip()), None)
