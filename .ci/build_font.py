"""Make the two font files of the shop from the full Noto Sans SC.

    python .ci/build_font.py            fetch the package with npm, then build
    python .ci/build_font.py DIR        build from an unpacked package

The full Regular weighs 10 MB; a till needs GB2312, Latin and a few signs. The result is the same
for the same input: no time stamp goes into the files.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

PACKAGE = "@expo-google-fonts/noto-sans-sc@0.4.3"
TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
FONTS = {
    "NotoSansSC-Regular.ttf": "400Regular/NotoSansSC_400Regular.ttf",
    "NotoSansSC-Bold.ttf": "700Bold/NotoSansSC_700Bold.ttf",
}
# Ranges the whole of which is kept, where the font has the sign.
RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # letters of names and of pinyin with tone marks
    (0x01CD, 0x01DC),
    (0x02C6, 0x02DC),
    (0x2010, 0x2027),  # dashes, quotation marks, dots
    (0x2030, 0x203B),
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),
    (0x2150, 0x218F),
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),
    (0x2300, 0x23FF),  # keyboard signs, erase to the left
    (0x2460, 0x24FF),
    (0x2500, 0x25FF),  # lines, blocks and shapes
    (0x2600, 0x27BF),
    (0x3000, 0x303F),  # Chinese punctuation
    (0x30FB, 0x30FB),
    (0xFF00, 0xFFEF),  # full-width forms
)
# Signs beside GB2312 that turn up in names of people and goods.
EXTRA = (
    "镕喆玥珺昇堃焱垚犇骉祎翀旻彧璟婳嬿孖囍麺滙髙峯冇咗啲嘅唔哋昐糬啫焗煊瑄琤璘赟頔甯烜晞暘燚赑煋珈瑀湉溍玮禛婵芃垣邨乄"
)


def gb2312() -> set[int]:
    """Every character of GB2312."""
    found: set[int] = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            found.update(map(ord, bytes((high, low)).decode("gb2312", errors="ignore")))
    return found


def wanted() -> list[int]:
    """The characters the till can show, in order."""
    found = gb2312() | set(map(ord, EXTRA))
    for first, last in RANGES:
        found.update(range(first, last + 1))
    return sorted(found)


def build(source: Path, target: Path) -> int:
    """Write the subset of source to target; returns the number of characters in it."""
    options = subset.Options()
    options.layout_features = ["kern", "locl", "ccmp", "tnum", "mark"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.notdef_outline = True
    options.glyph_names = False
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    maker = subset.Subsetter(options)
    maker.populate(unicodes=wanted())
    maker.subset(font)
    subset.save_font(font, str(target), options)
    return len(TTFont(target).getBestCmap())


def fetch(folder: Path) -> Path:
    """Download the package with npm and unpack it; returns the unpacked folder."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is not here: install it, or give the folder of the unpacked package.")
    done = subprocess.run([npm, "pack", PACKAGE], cwd=folder, check=True, capture_output=True, text=True)
    with tarfile.open(folder / done.stdout.split()[-1]) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"


def main() -> None:
    """Build both weights and put the licence beside them."""
    with tempfile.TemporaryDirectory() as scratch:
        package = Path(sys.argv[1]) if len(sys.argv) > 1 else fetch(Path(scratch))
        TARGET.mkdir(parents=True, exist_ok=True)
        for name, source in FONTS.items():
            count = build(package / source, TARGET / name)
            print(f"{name}: {count} characters, {(TARGET / name).stat().st_size / 1e6:.1f} MB")
        shutil.copyfile(package / "LICENSE_FONT", TARGET / "OFL.txt")


if __name__ == "__main__":
    main()
