module example.com/fleet

go 1.23

require ariga.io/atlas v0.31.0
