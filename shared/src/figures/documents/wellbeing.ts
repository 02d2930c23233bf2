/** The question of the figure of well-being, whole and plain, so that tools can read it as it stands. */
export const wellbeingDocument = /* GraphQL */ `
  query WellbeingFigure($release: ID!, $where: CohortInput, $by: Dimension) {
    cohort(release: $release, where: $where) {
      sentence
      patients {
        value
        hidden
      }
      notApplied {
        dimension
        sentence
      }
      release {
        id
        number
        publishedOn
        checksum
        dataset {
          name
          title
          kind
          licence
          citation
        }
      }
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      wellbeing(by: $by) {
        answered {
          notApplied {
            dimension
            sentence
          }
          release {
            id
            number
            publishedOn
            checksum
          }
        }
        groups {
          group {
            code
            label
            short
          }
          patients {
            value
            hidden
          }
          visits {
            visit
            scores {
              value
              hidden
            }
            mean {
              value
              lower
              upper
              hidden
              bound
            }
            gained {
              patients {
                value
                hidden
              }
              share {
                value
                lower
                upper
                hidden
                bound
              }
            }
            well {
              patients {
                value
                hidden
              }
              share {
                value
                lower
                upper
                hidden
                bound
              }
            }
          }
        }
      }
    }
  }
`;
