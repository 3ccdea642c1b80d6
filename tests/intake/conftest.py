"""Shared machines stall: a slow run says nothing about a parser."""

from hypothesis import settings

settings.register_profile("intake", deadline=None)
settings.load_profile("intake")
