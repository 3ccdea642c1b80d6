"""A visitor without a browser: Streamlit's own messages over a websocket, many to a process."""

import asyncio
import re
from dataclasses import dataclass, field
from time import perf_counter
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

DONE = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}
PATIENCE = 180
BOUNDARY = "a-boundary"


class RefusedError(Exception):
    """The dashboard showed a fault, or told a visitor that something is wrong."""


@dataclass
class Visitor:
    """One open page: what was chosen on it, and what is on it, by kind and label."""

    address: str
    page: str
    socket: ClientConnection
    xsrf: str = ""
    chosen: dict[str, WidgetState] = field(default_factory=dict)
    shown: dict[tuple[str, str], Element] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    session: str = ""
    script: str = ""
    files: ForwardMsg | None = None
    size: int = 0

    async def run(self) -> float:
        """Have the page run with what is chosen; the seconds until all of it has arrived."""
        begun = perf_counter()
        asked = BackMsg()
        asked.rerun_script.page_name = "" if self.script else self.page
        asked.rerun_script.page_script_hash = self.script
        asked.rerun_script.cached_message_hashes.extend(self.known)
        asked.rerun_script.widget_states.CopyFrom(WidgetStates(widgets=self.chosen.values()))
        self.size = 0
        await self.socket.send(asked.SerializeToString())
        while not self._is_last(await self._heard()):
            pass
        return perf_counter() - begun

    async def press(self, label: str) -> float:
        """Press a button, known by how its label begins."""
        found = next(at for at in self.shown if at[0] == "button" and at[1].startswith(label))
        pressed = self._id("button", found[1])
        self.chosen[pressed] = WidgetState(id=pressed, trigger_value=True)
        taken = await self.run()
        del self.chosen[pressed]
        return taken

    def switch(self, label: str, *, on: bool) -> None:
        """Set a switch; it counts in the next run."""
        at = self._id("checkbox", label)
        self.chosen[at] = WidgetState(id=at, bool_value=on)

    def choose(self, label: str, options: list[str]) -> None:
        """Choose in a list of several; it counts in the next run."""
        at = self._id("multiselect", label)
        self.chosen[at] = WidgetState(id=at)
        self.chosen[at].string_array_value.data.extend(options)

    def options(self, label: str) -> list[str]:
        """What there is to choose from in a list."""
        return list(self.shown["multiselect", label].multiselect.options)

    async def drop(self, label: str, name: str, content: bytes) -> None:
        """Hand a file in, as a browser does; it counts in the next run."""
        asked = BackMsg()
        asked.file_urls_request.session_id = self.session
        asked.file_urls_request.file_names.append(name)
        await self.socket.send(asked.SerializeToString())
        while self.files is None:
            self._is_last(await self._heard())
        urls = self.files.file_urls_response.file_urls[0]
        await asyncio.to_thread(self._put, urls.upload_url, name, content)
        at = self._id("file_uploader", label)
        self.chosen[at] = WidgetState(id=at)
        info = self.chosen[at].file_uploader_state_value.uploaded_file_info.add()
        info.name, info.size, info.file_id = name, len(content), urls.file_id
        info.file_urls.CopyFrom(urls)

    async def leave(self) -> None:
        await self.socket.close()

    def _put(self, path: str, name: str, content: bytes) -> None:
        head = f'Content-Disposition: form-data; name="{name}"; filename="{name}"'
        body = f"--{BOUNDARY}\r\n{head}\r\n\r\n".encode() + content
        told = {
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            "X-Xsrftoken": self.xsrf,
            "Cookie": f"_streamlit_xsrf={self.xsrf}",
        }
        end = f"\r\n--{BOUNDARY}--\r\n".encode()
        with urlopen(Request(self.address + path, body + end, told, method="PUT")):
            pass

    def _id(self, kind: str, label: str) -> str:
        return str(getattr(self.shown[kind, label], kind).id)

    async def _heard(self) -> ForwardMsg:
        content = await asyncio.wait_for(self.socket.recv(decode=False), PATIENCE)
        self.size += len(content)
        told = ForwardMsg.FromString(content)
        if told.metadata.cacheable and told.hash:
            self.known.add(told.hash)
        return told

    def _is_last(self, told: ForwardMsg) -> bool:
        """Take in what a message says; whether it says that the run is over."""
        kind = told.WhichOneof("type")
        if kind == "new_session":
            self.session = told.new_session.initialize.session_id
            self.script = told.new_session.page_script_hash
        elif kind == "navigation":
            self.script = told.navigation.page_script_hash
        elif kind == "file_urls_response":
            self.files = told
        elif kind == "delta" and told.delta.HasField("new_element"):
            self._take(told.delta.new_element)
        return kind == "script_finished" and told.script_finished in DONE

    def _take(self, element: Element) -> None:
        kind = element.WhichOneof("type")
        part = getattr(element, kind)
        if kind == "exception" or (kind == "alert" and part.format == part.ERROR):
            raise RefusedError(getattr(part, "message", "") or part.body)
        if hasattr(part, "label"):
            self.shown[kind, part.label] = element


async def arrive(address: str, page: str, xsrf: str, user: str) -> Visitor:
    """Open a page as somebody, by the cookie that signing in gave, until all of it is there."""
    socket = await connect(
        address.replace("http", "ws", 1) + "/_stcore/stream",
        origin=Origin(address),
        subprotocols=[Subprotocol("streamlit"), Subprotocol(xsrf)],
        additional_headers={"Cookie": f"_streamlit_xsrf={xsrf}; _streamlit_user={user}"},
        max_size=None,
        open_timeout=PATIENCE,
        ping_timeout=PATIENCE,
    )
    visitor = Visitor(address, page, socket, xsrf)
    await visitor.run()
    return visitor


def token(address: str) -> str:
    """What the server gives each browser, to know it again by."""
    with urlopen(f"{address}/_stcore/health") as answer:
        told = str(answer.headers["Set-Cookie"])
    return str(re.findall(r"_streamlit_xsrf=([^;]+)", told)[0])
