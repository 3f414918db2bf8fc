// No line of the log may quote an answer, a name or an address, nor tell when people answer. An error's message
// can quote what was sent, so statements and errors stay out of the log; the server's own life stays in it.
const silence = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_connections: 'off',
  log_disconnections: 'off',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  log_line_prefix: '%m [%p] ',
  track_commit_timestamp: 'off',
};

// wal_level stays at its default, replica: it is what a standby or a base backup needs, and holds no more than
// the pages that change; logical would add whole rows.
const engine = {
  fsync: 'on',
  shared_buffers: '64MB',
  max_connections: '100',
  unix_socket_permissions: '0700',
};

export type Settings = Record<string, string>;

export function serverSettings(overrides: Settings = {}): string[] {
  return Object.entries({ ...silence, ...engine, ...overrides }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
