module example.com/newsletter

go 1.23

require github.com/pressly/goose/v3 v3.24.1
