"""The public API and the page: endpoints only translate between HTTP and the gateway's parts."""
