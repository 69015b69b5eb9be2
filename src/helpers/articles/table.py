"""The articles table: its columns, their types, what every row must hold. rows → DataFrame."""

import pandas as pd
import pandera.pandas as pa

DTYPES = {"article_id": "string", "outlet": "string", "title": "string", "published": "datetime64[us]"} | {
    "url": "string", "text": "string", "removed": "object"
}  # fmt: skip

SCHEMA = pa.DataFrameSchema(
    {name: pa.Column(dtype, nullable=name not in {"article_id", "text", "removed"}) for name, dtype in DTYPES.items()},
    checks=[
        pa.Check(lambda table: table["article_id"].is_unique, name="article_id is unique"),
        pa.Check(lambda table: table["article_id"].is_monotonic_increasing, name="sorted by article_id"),
        pa.Check(lambda table: table["text"].str.len() > 0, name="text is not empty"),
    ],
    strict=True,
    ordered=True,
    name="articles",
)


def articles_table(rows: list[dict]) -> pd.DataFrame:
    """One row per article, sorted by article_id, checked."""
    table = pd.DataFrame(rows, columns=list(DTYPES)).sort_values("article_id", kind="stable").reset_index(drop=True)
    return SCHEMA.validate(table.astype(DTYPES))
