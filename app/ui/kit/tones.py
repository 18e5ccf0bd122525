"""Makes the tone files in resources/sounds: `python -m app.ui.kit.tones`. Whole numbers only, so they never differ."""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path
from typing import Final

RATE_HZ: Final = 22_050
_LEVEL: Final = 15_000
_FADE: Final = RATE_HZ // 200
# (pitch in Hz, length in ms); pitch 0 is a pause.
TUNES: Final = {
    "unknown": ((330, 160), (0, 40), (247, 240)),
    "age": ((660, 110), (0, 50), (660, 110), (0, 50), (660, 110)),
    "weight": ((880, 110), (0, 40), (1175, 160)),
    "done": ((1047, 90), (1568, 140)),
    "stop": ((220, 420),),
}


def samples(pitch_hz: int, length_ms: int) -> list[int]:
    """One note as 16-bit samples, faded at both ends so that it does not click."""
    count = RATE_HZ * length_ms // 1000
    return [
        int(math.sin(2 * math.pi * pitch_hz * at / RATE_HZ) * _LEVEL * min(at, count - at, _FADE) / _FADE)
        for at in range(count)
    ]


def write_tone(path: Path, tune: tuple[tuple[int, int], ...]) -> None:
    """Write one tune as a mono WAV file."""
    values = [value for pitch_hz, length_ms in tune for value in samples(pitch_hz, length_ms)]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))


def main() -> None:
    """Write every tune."""
    folder = Path(__file__).resolve().parents[3] / "resources" / "sounds"
    folder.mkdir(parents=True, exist_ok=True)
    for name, tune in TUNES.items():
        write_tone(folder / f"{name}.wav", tune)


if __name__ == "__main__":
    main()
