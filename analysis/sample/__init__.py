"""An invented music hub, in the shapes that staff really upload."""

from analysis.sample.files import ENQUIRIES_FILE, FOLDER, PARTNERS_FILE, SEED, write, write_export

__all__ = ["ENQUIRIES_FILE", "FOLDER", "PARTNERS_FILE", "SEED", "write", "write_export"]
