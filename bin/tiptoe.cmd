@echo off
rem Starts Tiptoe: what a release ships in lib, or what "mvnw package" built in a checkout.
setlocal
rem Not what lies in the folder that is looked at.
set "NoDefaultCurrentDirectoryInExePath=1"

set "jar=%~dp0..\lib\tiptoe.jar"
if not exist "%jar%" set "jar=%~dp0..\target\tiptoe.jar"
if exist "%jar%" goto java
>&2 echo tiptoe: "%jar%" is missing; install Tiptoe again, or run mvnw package in a checkout
exit /b 2

:java
set "version="
if not defined JAVA_HOME goto path
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto release
>&2 echo tiptoe: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it
exit /b 2
:release
rem Reading the release file saves starting Java twice.
if not exist "%JAVA_HOME%\release" goto ask
for /f "usebackq tokens=1,2 delims==" %%k in ("%JAVA_HOME%\release") do if "%%k"=="JAVA_VERSION" set "version=%%~l"
if defined version goto check
:ask
set "PATH=%JAVA_HOME%\bin;%PATH%"
:path
set "java=java.exe"
where /q java.exe
if errorlevel 1 goto none
for /f "tokens=3" %%v in ('java.exe -version 2^>^&1 ^| findstr version') do if not defined version set "version=%%~v"

:check
set "major=0"
for /f "delims=.-+" %%m in ("%version%") do set "major=%%m"
if %major% geq 17 goto run
>&2 echo tiptoe: Java 17 or newer is needed, but "%java%" is "%version%".
goto how
:none
>&2 echo tiptoe: Java 17 or newer is needed, but there is no java on the PATH.
:how
>&2 echo   Install a JRE, for example: winget install EclipseAdoptium.Temurin.21.JRE
>&2 echo   or set JAVA_HOME to one.
exit /b 2

:run
rem SQL parsers recurse deeply, hence the stack size.
set "options=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xss16m"
rem From an archive of its loaded classes Java starts this in half the time; bin\tiptoe says more.
set "use="
if "%TIPTOE_CACHE%"=="off" goto start
if not defined TIPTOE_CACHE set "TIPTOE_CACHE=%LOCALAPPDATA%"
if not defined TIPTOE_CACHE goto start
set "cache=%TIPTOE_CACHE%\tiptoe\archives"
set "archive=%cache%\@VERSION@%~p0%version%"
if not exist "%archive%" goto train
set "use=-Xlog:disable "-XX:SharedArchiveFile=%archive%""
goto start
:train
if not defined CI if not exist "%archive%.new" start "" /b /low "%java%" %options% -cp "%jar%" dev.tiptoe.cli.Main train "%archive%" "%cache%" >nul 2>&1 <nul
:start
"%java%" %options% %use% "-Dtiptoe.launcher=%~f0" -cp "%jar%" dev.tiptoe.cli.Main %*
