"""An invented music hub, in the shapes that staff really upload."""

from analysis.sample.files import ENQUIRIES_FILE, FOLDER, PARTNERS_FILE, SEED, write, write_export
from analysis.sample.history import take_in

__all__ = ["ENQUIRIES_FILE", "FOLDER", "PARTNERS_FILE", "SEED", "take_in", "write", "write_export"]
