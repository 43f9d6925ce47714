"""The application's declaration."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The HTTP interface: tokens and answers given are all that it keeps."""

    name = "api"
    verbose_name = "API"

    def ready(self) -> None:
        """What is erased goes from the answers that are kept, too."""
        from api.idempotency import scrub
        from timeline.ledger.erasing import scrubbed

        scrubbed.connect(scrub, dispatch_uid="api")
