"""OpenID AuthZEN Authorization API 1.0 over the same decisions: what its requests mean here, and how they are answered.

https://openid.net/specs/authorization-api-1_0.html
"""
