"""The pages of consultations: they show and pass on, they decide nothing."""
