"""A process that ends at once if anything in it opens a socket, C++ libraries included.

``python sealed.py MODULE ARGUMENT...`` runs a module as ``python -m`` does, and ``python sealed.py -c CODE`` runs code.
An audit hook watches Python's own calls on every system. On Linux, a seccomp filter (a small program for the classic
Berkeley packet filter) kills the process at the system call itself, whichever language makes it. Threads and child
processes inherit the filter.
"""

import ctypes
import os
import platform
import runpy
import signal
import sys

#: The exit code when one of Python's own network functions is called.
HEARD = 97
#: The exit code when the kernel kills the process.
KILLED = -getattr(signal, "SIGSYS", 0)

#: Machine: its number in the kernel (linux/audit.h) and the number of its system call ``socket``.
MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}

# linux/seccomp.h and linux/prctl.h
SET_NO_NEW_PRIVS, SET_SECCOMP, FILTER_MODE = 38, 22, 2
KILL, ALLOW = 0x80000000, 0x7FFF0000
# linux/bpf_common.h: load a word, jump if equal, jump if greater or equal, return
LOAD, EQUAL, ABOVE, RETURN = 0x20, 0x15, 0x35, 0x06
# struct seccomp_data: the offsets of the call's number, the machine and the lower half of the first argument
NUMBER, MACHINE, ARGUMENT = 0, 4, 16
#: The first call number of x86's 32-bit mode.
OTHER_MODE = 0x40000000
#: The family of sockets between processes of one machine, the only ones allowed.
LOCAL = 1


class Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("value", ctypes.c_uint))


class Filter(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.POINTER(Instruction)))


def unsealable() -> str:
    """The reason why this system has no seccomp filter; empty if it has one."""
    if sys.platform != "linux":
        return f"{sys.platform} has no seccomp"
    if platform.machine() not in MACHINES:
        return f"the system calls of {platform.machine()} are not listed here"
    return "" if os.path.exists("/proc/sys/kernel/seccomp/actions_avail") else "the kernel was built without seccomp"


def seal() -> None:
    """Make this process end at any socket other than a local one from now on."""
    sys.addaudithook(_listen)
    if unsealable():
        return
    machine, socket = MACHINES[platform.machine()]
    program = (
        Instruction(LOAD, 0, 0, MACHINE),
        Instruction(EQUAL, 0, 6, machine),  # a call in another machine's mode: killed
        Instruction(LOAD, 0, 0, NUMBER),
        Instruction(ABOVE, 4, 0, OTHER_MODE),  # likewise
        Instruction(EQUAL, 0, 2, socket),  # any call but socket: allowed
        Instruction(LOAD, 0, 0, ARGUMENT),
        Instruction(EQUAL, 0, 1, LOCAL),  # any kind of socket but a local one: killed
        Instruction(RETURN, 0, 0, ALLOW),
        Instruction(RETURN, 0, 0, KILL),
    )
    block = (Instruction * len(program))(*program)
    control = ctypes.CDLL(None, use_errno=True).prctl
    control.argtypes = (ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong)
    whole = Filter(len(block), block)
    if control(SET_NO_NEW_PRIVS, 1, None, 0, 0) or control(SET_SECCOMP, FILTER_MODE, ctypes.addressof(whole), 0, 0):
        raise OSError(ctypes.get_errno(), f"the kernel refused the filter: {os.strerror(ctypes.get_errno())}")


def _listen(event: str, _: object) -> None:
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        os.write(2, event.encode())
        os._exit(HEARD)


if __name__ == "__main__":
    seal()
    _, module, *arguments = sys.argv
    if module == "-c":
        exec(arguments[0], {"__name__": "__main__"})  # noqa: S102 - the test's own code
    else:
        sys.argv = [module, *arguments]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
