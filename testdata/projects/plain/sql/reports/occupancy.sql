SELECT room_id, count(*) FROM bookings GROUP BY room_id;
