"""What kind of media a file is, as far as its name says."""

from typing import Literal, get_args

MediaKind = Literal["image", "audio", "video", "document"]
# What takes time to hear or watch.
Recording = Literal["audio", "video"]
RECORDINGS: tuple[Recording, ...] = get_args(Recording)

SUFFIXES: dict[str, MediaKind] = {
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "avif"), "image"),
    **dict.fromkeys(("mp3", "m4a", "ogg", "oga", "opus", "wav", "flac"), "audio"),
    **dict.fromkeys(("mp4", "m4v", "webm", "ogv"), "video"),
    **dict.fromkeys(
        (
            "pdf",
            "docx",
            "odt",
            "txt",
            "rtf",
            "csv",
            "xlsx",
            "ods",
            "pptx",
            "odp",
            "epub",
            "zip",
            "vtt",
            "ics",
        ),
        "document",
    ),
}


def media_kind(name: str) -> MediaKind | None:
    """What kind of media a file name says it is; None if it is none that we publish."""
    _, dot, suffix = name.rpartition(".")
    return SUFFIXES.get(suffix.lower()) if dot else None
