"""How an answer is decided: functions over the index, nothing else. The procedure stands in permission.py."""
