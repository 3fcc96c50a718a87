from django import forms


class VerbForm(forms.Form):
    """What the review page sends: a verb, the mark it is about, and what the verb needs."""

    verb = forms.CharField()
    mark = forms.CharField(required=False)
    seen = forms.IntegerField(required=False, min_value=0)
    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=0)
    reason = forms.CharField(required=False, max_length=300)
    exact = forms.CharField(required=False, max_length=20_000, strip=False)
    at_least = forms.FloatField(required=False, min_value=0, max_value=1)
    count = forms.IntegerField(required=False, min_value=1)
