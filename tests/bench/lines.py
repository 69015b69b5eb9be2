"""The lines of `make bench`: what is measured, what was found, what is wanted."""


def heading(title: str) -> None:
    print(f"\n{title:74} {'found':>10}   target", flush=True)


def line(measure: str, found: str, target: str = "") -> None:
    print(f"  {measure:72} {found:>10}   {target}".rstrip(), flush=True)
