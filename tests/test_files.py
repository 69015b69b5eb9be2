"""Files are written whole or not at all."""

import pytest

from helpers.files import whole, write


def test_an_error_half_way_leaves_the_former_file(tmp_path):
    path = write(tmp_path / "a.txt", "früher")
    with pytest.raises(RuntimeError), whole(path) as temporary:
        temporary.write_text("halb")
        raise RuntimeError
    assert path.read_text(encoding="utf-8") == "früher"
    assert list(tmp_path.iterdir()) == [path]


def test_folders_are_made_and_content_replaced(tmp_path):
    path = tmp_path / "neu" / "a.txt"
    write(path, "eins")
    write(path, b"zwei")
    assert path.read_bytes() == b"zwei"
    assert list(path.parent.iterdir()) == [path]
