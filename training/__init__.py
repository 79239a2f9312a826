"""How the language model is made: conversion, training, assembly, evaluation."""
