"""Receipt printer and drawer: what is plugged in, a test page in both ways of printing Chinese, and the choice."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.services.checkout.printer import queue_drawer_test, queue_test_page
from app.services.devices.discover import DeviceKind, FoundDevice, find_devices
from app.services.devices.discover_network import neighbours, own_address
from app.services.devices.protocols import problem_error
from app.services.settings import declared
from app.services.settings.service import change_setting
from app.services.staff.set_up import SetUpKey, settle_step
from app.ui.kit.fields import Choice, FieldKind
from app.ui.kit.labels import PlainLabel
from app.ui.kit.record_form import FieldSpec
from app.ui.kit.theme import set_role
from app.ui.owner.context import OfficeContext
from app.ui.owner.set_up.step import SetUpStep, bare_form, wide_button
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError

NONE, OTHER = "", "?"
"""Choices beside what was found."""


class PrinterStep(SetUpStep):
    """Choose, print the test page, choose the block that reads well."""

    def __init__(self, context: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = bare_form(_SPECS)
        self.look_button, self.network_button = wide_button(), wide_button()
        self.test_button, self.drawer_button = wide_button(), wide_button()
        self.message = PlainLabel(role="muted")
        self.message.setWordWrap(True)
        self._found: tuple[FoundDevice, ...] = ()
        self._is_loading = self._has_looked = False
        for pair in ((self.look_button, self.network_button), (self.test_button, self.drawer_button)):
            line = QHBoxLayout()
            for button in pair:
                line.addWidget(button)
            line.addStretch(1)
            self.body.addLayout(line)
        self.body.insertWidget(1, self.form, 1)
        self.body.addWidget(self.message)
        self._connect()
        self.retranslate()

    def load(self) -> None:
        """Show what holds; look for devices when the step is first shown."""
        settings = self.context.settings()
        self._show(
            {
                "address": settings.get(declared.PRINTER),
                "columns": settings.get(declared.PAPER_COLUMNS),
                "text_mode": settings.get(declared.PRINTER_TEXT),
                "drawer": settings.get(declared.DRAWER),
            }
        )
        if not self._has_looked:
            self._has_looked = True
            self._look(network=False)

    def keep(self) -> None:
        """Store the choice and call the step settled."""
        if self._store(settled=True):
            self.kept.emit()

    def take_focus(self) -> None:
        """The list of devices."""
        self.form.editor("device").setFocus()

    def retranslate(self) -> None:
        """Set every text again."""
        self.heading.setText(self.tr("Printer and drawer"))
        self.why.setText(
            self.tr(
                "Choose the receipt printer and print the test page: it shows the same words in two ways. Then choose "
                "the way that reads well on your printer. The drawer hangs on the printer and opens through it."
            )
        )
        self.look_button.set_text(self.tr("Look again"))
        self.network_button.set_text(self.tr("Look in the network too"))
        self.test_button.set_text(self.tr("Print the test page"))
        self.drawer_button.set_text(self.tr("Open the drawer"))
        self._offer()

    # What is shown

    def _connect(self) -> None:
        self._box().currentIndexChanged.connect(self._on_device_changed)
        self.look_button.clicked.connect(partial(self._look, network=False))
        self.network_button.clicked.connect(partial(self._look, network=True))
        self.test_button.clicked.connect(self._on_test)
        self.drawer_button.clicked.connect(self._on_drawer)

    def _box(self) -> QComboBox:
        box = self.form.editor("device")
        assert isinstance(box, QComboBox)
        return box

    def _show(self, values: dict[str, object]) -> None:
        address = str(values["address"])
        known = {device.address for device in self._usable()}
        self._is_loading = True
        self._offer()
        self.form.load({**values, "device": address if address in known | {NONE} else OTHER}, is_new=True)
        self._is_loading = False
        self._show_address()

    def _offer(self) -> None:
        """Choices in the language in use; what is chosen stays chosen."""
        was, self._is_loading = self._is_loading, True
        devices = [Choice(device.address, f"{device.words}  ({device.address})") for device in self._usable()]
        ends = [Choice(OTHER, self.tr("Another address ...")), Choice(NONE, self.tr("No receipt printer"))]
        self.form.set_choices("device", [*devices, *ends])
        paper = [Choice(48, self.tr("80 mm")), Choice(32, self.tr("58 mm"))]
        self.form.set_choices("columns", paper)
        ways = [
            Choice("gb18030", self.tr("Printer's own font (gb18030): fast")),
            Choice("raster", self.tr("Drawn as a picture (raster): works on every printer")),
        ]
        self.form.set_choices("text_mode", ways)
        self._is_loading = was

    def _usable(self) -> list[FoundDevice]:
        kinds = (DeviceKind.SCANNER, DeviceKind.LABEL_PRINTER)
        return [device for device in self._found if device.address and device.kind not in kinds]

    def _show_address(self) -> None:
        is_other = self.form.values()["device"] == OTHER
        self.form.set_visible("address", is_other)
        has_printer = self.form.values()["device"] != NONE
        for button in (self.test_button, self.drawer_button):
            button.setEnabled(has_printer)

    def _on_device_changed(self, at: int) -> None:
        del at
        if self._is_loading:
            return
        self._show_address()
        chosen = next((device for device in self._usable() if device.address == self.form.values()["device"]), None)
        if chosen is not None and chosen.problem is not None:
            self._say(self.context.words.tell(problem_error(chosen.problem)), is_problem=True)
        else:
            self._say("")

    def _say(self, text: str, *, is_problem: bool = False) -> None:
        set_role(self.message, "problem" if is_problem else "muted")
        self.message.setText(text)

    # Looking

    def _look(self, _checked: bool = False, *, network: bool) -> None:
        self._say(self.tr("Looking for printers ..."))
        hosts = neighbours(own_address()) if network else ()
        self.context.jobs.run(
            lambda report: find_devices(network=hosts),
            then=self._on_found,
            failed=self._on_look_failed,
            uses_db=False,
        )

    def _on_found(self, found: tuple[FoundDevice, ...]) -> None:
        values = self.form.values()
        values["address"] = self._address(values)
        self._found = found
        self._show(values)
        count = len(self._usable())
        likely = next((one for one in self._usable() if one.kind is DeviceKind.RECEIPT_PRINTER and one.can_open), None)
        if likely is not None and values["address"] == NONE:
            self.form.set_value("device", likely.address)
        none = self.tr("Nothing was found. Is it switched on and plugged in? A network printer needs its address.")
        self._say(self.tr("{count} found.").format(count=count) if count else none)

    def _on_look_failed(self, problem: Exception) -> None:
        self._say("")
        self.context.tell(problem)

    # Storing

    def _address(self, values: dict[str, object]) -> str:
        return str(values["address"] or "") if values["device"] == OTHER else str(values["device"] or "")

    def _store(self, *, settled: bool) -> bool:
        """Store what stands here; False: it says why not, and everything stays as it was typed."""
        values = self.form.values()
        self.form.clear_problems()
        wanted: dict[str, object] = {
            declared.PRINTER.key: self._address(values),
            declared.PAPER_COLUMNS.key: values["columns"],
            declared.PRINTER_TEXT.key: values["text_mode"],
            declared.DRAWER.key: bool(values["drawer"]),
        }
        settings = self.context.settings()
        known: dict[str, object] = {
            declared.PRINTER.key: settings.get(declared.PRINTER),
            declared.PAPER_COLUMNS.key: settings.get(declared.PAPER_COLUMNS),
            declared.PRINTER_TEXT.key: settings.get(declared.PRINTER_TEXT),
            declared.DRAWER.key: settings.get(declared.DRAWER),
        }
        try:
            with self.context.action("printer_set_up") as uow:
                for key, value in wanted.items():
                    if known[key] != value:
                        change_setting(uow, key, value)
                if settled:
                    settle_step(uow, SetUpKey.PRINTER)
        except ShukeError as problem:
            self.form.show_problem(self.context.words.tell(problem), "address" if values["device"] == OTHER else "")
            return False
        self.form.mark_saved()
        return True

    def _on_test(self) -> None:
        if not self._store(settled=False):
            return
        with self.context.told(), self.context.action("test_page") as uow:
            queue_test_page(uow)
            self._say(self.tr("The test page is on its way. Which of its two blocks reads well? Choose it above."))

    def _on_drawer(self) -> None:
        if not self._store(settled=False):
            return
        with self.context.told(), self.context.action("drawer_test") as uow:
            queue_drawer_test(uow)
            self._say(self.tr("The drawer got its pulse. If it stays shut, look at the cable to the printer."))


_ADDRESS = QT_TRANSLATE_NOOP("office", "As tcp:192.168.1.50:9100, usb:0416:5011, serial:COM3:9600 or windows:NAME.")


_SPECS = (
    FieldSpec("device", QT_TRANSLATE_NOOP("office", "Receipt printer"), FieldKind.CHOICE),
    FieldSpec("address", QT_TRANSLATE_NOOP("office", "Address"), FieldKind.TEXT, hint=_ADDRESS),
    FieldSpec("columns", QT_TRANSLATE_NOOP("office", "Paper"), FieldKind.CHOICE),
    FieldSpec("text_mode", QT_TRANSLATE_NOOP("office", "The block that reads well"), FieldKind.CHOICE),
    FieldSpec("drawer", QT_TRANSLATE_NOOP("office", "A drawer hangs on it"), FieldKind.FLAG),
)
