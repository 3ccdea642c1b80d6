"""What the server tells every browser to refuse: whatever is not from this server, or not its own.

The policy allows no script in a page but Streamlit's own first line, no style but those of
`look.css`, and no other address at all. Both are known by their hashes, worked out from the files,
so that a changed style sheet or another Streamlit brings its own.
"""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

STARTING_PAGE = Path(st.__file__).parent / "static" / "index.html"
LOOK = Path(__file__).with_name("look.css")
THEIR_STYLES = (
    "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",  # of React Aria, for what is pressed
    "'sha256-2GF9hCGTDj/GGFNlQA54jDdMGl2fvoeZmZjAvBSiAtM='",  # of MapLibre, which Plotly brings
)
NOTHING = ""  # what Streamlit writes into a style element before it fills it rule by rule


def policy() -> str:
    """What a page of ours may load and run, as a Content-Security-Policy."""
    scripts = re.findall(r"<script>(.*?)</script>", _text(STARTING_PAGE), re.DOTALL)
    styles = (NOTHING, _text(LOOK))
    allowed = {
        "default-src": ("'none'",),
        "script-src": ("'self'", "'wasm-unsafe-eval'", *map(_hash, scripts)),
        "style-src-elem": ("'self'", *map(_hash, styles), *THEIR_STYLES),
        "style-src-attr": ("'unsafe-inline'",),
        "img-src": ("'self'", "data:", "blob:"),  # Plotly draws a chart's PNG from a blob
        "font-src": ("'self'", "data:"),
        "connect-src": ("'self'", "data:"),
        "form-action": ("'none'",),
        "base-uri": ("'none'",),
        "frame-ancestors": ("'none'",),
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in allowed.items())


class Headers:
    """Send the policy, and what else browsers should heed, with every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = {
            "Content-Security-Policy": policy(),
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the dashboard does, with our headers."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, told if scope["type"] == "http" else send)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
