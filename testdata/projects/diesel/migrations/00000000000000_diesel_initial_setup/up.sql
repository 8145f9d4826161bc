CREATE FUNCTION keep_planted_at() RETURNS trigger AS $$
BEGIN
    NEW.planted_at := OLD.planted_at;
    RETURN NEW;
END;
$$ LANGUAGE plpgsql;
