"""An archive of many events: grouped into stories, each made an Event, their tables added up."""
