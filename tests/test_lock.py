"""What is installed is what requirements.txt chooses, each file known by its hash."""

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;#\\]+)", re.MULTILINE)


def pinned(name: str) -> dict[str, str]:
    text = (PROJECT / name).read_text(encoding="utf-8")
    return {package.lower().replace("_", "-"): version for package, version in PINNED.findall(text)}


def test_the_lock_holds_every_choice_at_its_version_or_make_lock_is_to_be_run():
    chosen, locked = pinned("requirements.txt"), pinned("requirements.lock")

    assert len(chosen) > 20
    assert chosen.items() <= locked.items()


def test_every_package_of_the_lock_is_known_by_hashes():
    text = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[A-Za-z0-9])", text.partition("\n#    make lock\n")[2])

    assert len(packages) == len(pinned("requirements.lock"))
    assert all("--hash=sha256:" in package for package in packages)
