-- migration: Three sample tenants
-- revision:  d1ae545c96fa
-- parents:   a50ad9991c29
-- created:   2026-11-22T17:45:27Z
-- hash:      h1:9cf3ab4eb3c2042d017ed11c144af89f4206ece97c711fc30ba3c2d91e8b7227

-- hm:upgrade
INSERT INTO tenants (id, name, slug, plan) VALUES
    ('11111111-1111-1111-1111-111111111111', 'Nordwind Energie', 'nordwind', 'enterprise'),
    ('22222222-2222-2222-2222-222222222222', 'Sakura Clinics', 'sakura', 'standard'),
    ('33333333-3333-3333-3333-333333333333', 'Bluebird Airways', 'bluebird', 'trial');

-- How a tenant writes names, and the country its callers call from.
INSERT INTO tenant_settings (tenant_id, key, value) VALUES
    ('11111111-1111-1111-1111-111111111111', 'country_code', '"49"'),
    ('22222222-2222-2222-2222-222222222222', 'country_code', '"81"'),
    ('22222222-2222-2222-2222-222222222222', 'family_name_first', 'true'),
    ('33333333-3333-3333-3333-333333333333', 'country_code', '"44"');

INSERT INTO users (tenant_id, id, email, first_name, last_name, role) VALUES
    ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000001', 'anna@nordwind.example', 'Anna', 'Becker', 'administrator'),
    ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000002', 'jonas@nordwind.example', 'Jonas', 'von der Heide', 'agent'),
    ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000001', 'haruka@sakura.example', 'Haruka', 'Tanaka', 'supervisor'),
    ('33333333-3333-3333-3333-333333333333', '33333333-0000-0000-0000-000000000001', 'anna@nordwind.example', 'Anna', 'Smith', 'agent');

INSERT INTO phone_numbers (tenant_id, id, number, opens_at, closes_at) VALUES
    ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000010', '+49301234567', '08:00', '20:00'),
    ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000010', '+81312345678', '09:00', '18:00'),
    ('33333333-3333-3333-3333-333333333333', '33333333-0000-0000-0000-000000000010', '+442071234567', '00:00', '23:59');

INSERT INTO calls (tenant_id, phone_number_id, agent_id, caller_number, status, started_at, ended_at) VALUES
    ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000010', '11111111-0000-0000-0000-000000000002', '030 5550101', 'completed', '2026-11-02 09:00Z', '2026-11-02 09:07Z'),
    ('11111111-1111-1111-1111-111111111111', '11111111-0000-0000-0000-000000000010', NULL, '+33144556677', 'missed', '2026-11-02 21:30Z', NULL),
    ('22222222-2222-2222-2222-222222222222', '22222222-0000-0000-0000-000000000010', '22222222-0000-0000-0000-000000000001', '03-5550-0102', 'completed', '2026-11-03 02:00Z', '2026-11-03 02:01Z'),
    ('33333333-3333-3333-3333-333333333333', '33333333-0000-0000-0000-000000000010', NULL, '020 7946 0103', 'ringing', '2026-11-04 12:00Z', NULL);

-- hm:downgrade
-- Everything else that belongs to a tenant goes with it.
DELETE FROM tenants WHERE slug IN ('nordwind', 'sakura', 'bluebird');
