"""Files are written whole or not at all."""

import pytest

from helpers.files import staged, whole, without, write


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


def test_a_file_that_is_none_of_the_new_ones_goes_as_they_come(tmp_path):
    for name in ("page.html", "print.pdf", "notes.txt"):
        write(tmp_path / name, "früher")
    with staged(tmp_path) as unfinished:
        (unfinished / "page.html").write_text("heute")
        without(unfinished / "print.pdf")
        without(unfinished / "never.pdf")
        assert (tmp_path / "print.pdf").exists()
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        "page.html": "heute",
        "notes.txt": "früher",
    }
