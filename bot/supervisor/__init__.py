"""Keeps Usher's three processes running: starts them, waits until they answer, restarts what dies, stops all."""

from bot.supervisor.process import Process, ProcessPlan
from bot.supervisor.supervise import SupervisorFault, check_ports, plan_processes, supervise

__all__ = ["Process", "ProcessPlan", "SupervisorFault", "check_ports", "plan_processes", "supervise"]
