CREATE TABLE public.parcels (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    label text NOT NULL
);
