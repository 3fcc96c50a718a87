"""The judgement: annotations, claims, evidence, moderation, and the composing of editions."""
