-- atlas:txmode none

-- Create index "vans_plate" to table: "vans"
CREATE UNIQUE INDEX CONCURRENTLY "vans_plate" ON "vans" ("plate");
