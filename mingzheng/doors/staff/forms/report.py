"""Forms of the yearly report."""

from django import forms


class NothingToSay(forms.Form):
    """Only the button: whoever asks has read what follows."""

    sure = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)
