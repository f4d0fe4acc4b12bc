"""A certification body that never was: some three and a half years of its work, done day by day through the actions.

``names`` invents organisations and people, ``cast`` founds the body, ``fates`` says what becomes of each client,
``applying``, ``visiting`` and ``keeping`` tell the stories, ``building`` lets the days pass, ``states`` says what
must be there at the end.
"""
