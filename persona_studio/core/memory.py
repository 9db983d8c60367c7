# SPDX-License-Identifier: MIT
"""How much memory another process holds, asked of the system itself; no library, no command."""

import ctypes
import mmap
import sys
from pathlib import Path


def held_by(pid: int) -> int | None:
    """Return the bytes a process of ours holds; None where the system does not say."""
    try:
        if sys.platform == "win32":
            return _on_windows(pid)
        if sys.platform == "darwin":
            return _on_mac(pid)
        return _on_linux(pid)
    except (OSError, ValueError, AttributeError, IndexError):  # gone, or another kind of system
        return None


def _on_linux(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_bytes().split()[1]) * mmap.PAGESIZE


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of Windows."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("page_faults", ctypes.c_uint32),
        ("peak_working_set", ctypes.c_size_t),
        ("working_set", ctypes.c_size_t),
        ("peak_paged_pool", ctypes.c_size_t),
        ("paged_pool", ctypes.c_size_t),
        ("peak_other_pool", ctypes.c_size_t),
        ("other_pool", ctypes.c_size_t),
        ("page_file", ctypes.c_size_t),
        ("peak_page_file", ctypes.c_size_t),
    )


class _Usage(ctypes.Structure):
    """The beginning of rusage_info_v0 of macOS, with room for what newer systems add."""

    _fields_ = (
        ("uuid", ctypes.c_uint8 * 16),
        ("times_and_wakeups", ctypes.c_uint64 * 4),
        ("pageins", ctypes.c_uint64),
        ("wired", ctypes.c_uint64),
        ("resident", ctypes.c_uint64),
        ("footprint", ctypes.c_uint64),
        ("more", ctypes.c_uint64 * 64),
    )


if sys.platform == "win32":
    _QUERY_LIMITED = 0x1000

    def _on_windows(pid: int) -> int | None:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        process = ctypes.c_void_p(kernel.OpenProcess(_QUERY_LIMITED, 0, pid))
        if not process:
            return None
        try:
            found = _Counters(size=ctypes.sizeof(_Counters))
            known = kernel.K32GetProcessMemoryInfo(process, ctypes.byref(found), found.size)
            # What was promised counts: it may be on the disk already.
            return int(max(found.working_set, found.page_file)) if known else None
        finally:
            kernel.CloseHandle(process)


if sys.platform == "darwin":

    def _on_mac(pid: int) -> int | None:
        library, found = ctypes.CDLL("/usr/lib/libproc.dylib"), _Usage()
        if library.proc_pid_rusage(pid, 0, ctypes.byref(found)) != 0:
            return None
        return int(max(found.resident, found.footprint))
