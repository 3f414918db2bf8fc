-- The whole life of a survey. New values may be used from the next file on.
alter type survey_state add value 'scheduled' after 'draft';
alter type survey_state add value 'paused' after 'open';
alter type survey_state add value 'archived' after 'released';
alter type survey_state add value 'cancelled' after 'archived';
