"""How HTTP is listened to: connections that are bounded in number, time and size, and a server that stops in order.

What the requests mean is no business of this room: it serves any application.
"""
