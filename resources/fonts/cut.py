"""Cuts the fallback fonts of the label font: from each font only what no font before it draws.

Needs fontTools 4 and the unpacked fonts, from Debian packages of these versions:
  fonts-noto-cjk 20240730 · fonts-hanazono 20170904 · fonts-babelstone-han 16.0.1

  python3 cut.py NOTO_FOLDER HANAZONO_FOLDER BABELSTONE_FOLDER
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

here = Path(__file__).parent
noto, hanazono, babelstone = (Path(folder) for folder in sys.argv[1:4])

HANZI = ((0x2E80, 0x2FDF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
# Of the pan-CJK collection, the cut for simplified Chinese: where a hanzi has several forms, the mainland's.
SIMPLIFIED = 2


def is_hanzi(code_point):
    return any(first <= code_point <= last for first, last in HANZI)


def drawn_by(path, number=-1):
    return set(TTFont(path, fontNumber=number, lazy=True).getBestCmap())


def cut(source, number, code_points, name, note):
    options = Options()
    options.hinting = False
    options.desubroutinize = True
    options.layout_features = []
    options.glyph_names = False
    options.name_IDs = [0, 5, 13, 14]
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx", "DSIG", "FFTM", "gasp", "kern", "meta"]
    font = TTFont(source, fontNumber=number)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)
    # A changed font bears a name of its own and says what was changed.
    for identity, text in ((1, name), (2, "Regular"), (4, name), (6, name.replace(" ", "")), (10, note)):
        font["name"].setName(text, identity, 3, 1, 0x409)
    end = "otf" if "CFF " in font else "ttf"
    target = here / f"{name.replace(' ', '')}.{end}"
    font.save(target)
    print(f"{target.name}: {len(code_points)} characters, {target.stat().st_size} bytes")


def main():
    known = drawn_by(here / "NotoSansSC-Regular.ttf") & drawn_by(here / "NotoSansSC-Bold.ttf")

    def rest(path, number=-1, wanted=is_hanzi):
        fresh = sorted(c for c in drawn_by(path, number) - known if wanted(c))
        known.update(fresh)
        return fresh

    extra = rest(noto / "NotoSansCJK-Regular.ttc", SIMPLIFIED, lambda c: c >= 0x20)
    for weight in ("Regular", "Bold"):
        cut(noto / f"NotoSansCJK-{weight}.ttc", SIMPLIFIED, extra, f"Label Extra {weight}",
            "Cut from Noto Sans CJK SC: what Noto Sans SC lacks.")
    for part in ("A", "B"):
        path = hanazono / f"HanaMin{part}.ttf"
        cut(path, -1, rest(path), f"Label Rare {part}", f"Cut from HanaMin{part} of 2017-09-04: hanzi only.")
    path = babelstone / "BabelStoneHan.ttf"
    cut(path, -1, rest(path), "Label Rare C",
        "Cut from BabelStone Han 16.0.1 on 2026-11-28: only hanzi that the fonts before it lack.")


main()
