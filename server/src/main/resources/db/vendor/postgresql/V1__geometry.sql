-- Needs a superuser, or an extension that the administrator has made.
create extension if not exists postgis;
