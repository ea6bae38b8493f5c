"""What people call the services that films run on."""

from __future__ import annotations

_OTHER_NAMES = {
    "amazon prime video": ("Amazon Prime", "Prime Video", "Prime", "Amazon Video"),
    "apple tv": ("Apple TV+", "Apple TV Plus", "iTunes"),
    "disney plus": ("Disney+", "Disney"),
    "paramount plus": ("Paramount+",),
    "rtl plus": ("RTL+",),
    "sky": ("Sky Go", "Sky X"),
    "wow": ("WOW TV",),
    "hbo max": ("Max", "HBO"),
}


def provider_names(provider: str) -> tuple[str, ...]:
    """The provider's own name first, then the others that people use."""
    plain = provider.casefold().replace("+", " plus").replace("  ", " ").strip()
    spelled = provider.replace("+", " Plus").replace("  ", " ").strip()
    return tuple(dict.fromkeys((provider, spelled, *_OTHER_NAMES.get(plain, ()))))
